package firsthop.grader.archives;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Channel to a zip that limits how many bytes are read until {@link #removeLimit} is called. */
final class BoundedChannel implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private final ReadBudget budget;
  private boolean limited = true;

  BoundedChannel(SeekableByteChannel channel, ReadBudget budget) {
    this.channel = channel;
    this.budget = budget;
  }

  /** Removes the limit, after the directory has been read. */
  void removeLimit() {
    limited = false;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = channel.read(into);
    if (limited) {
      budget.addDirectoryBytes(Math.max(0, count));
    }
    return count;
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }
}
