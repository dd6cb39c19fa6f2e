package firsthop.grader.archives;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel of which only so much is read until it is {@link #unbind() unbound}: a directory. */
final class BoundedChannel implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private final ReadBudget allowance;
  private boolean bound = true;

  BoundedChannel(SeekableByteChannel channel, ReadBudget allowance) {
    this.channel = channel;
    this.allowance = allowance;
  }

  /** Lifts the limit. */
  void unbind() {
    bound = false;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = channel.read(into);
    if (bound) {
      allowance.readDirectory(Math.max(0, count));
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
