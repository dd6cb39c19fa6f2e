package firsthop.grader.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel of which only so much is read until it is {@link #unbind() unbound}. */
final class BoundedChannel implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private long left;

  BoundedChannel(SeekableByteChannel channel, long most) {
    this.channel = channel;
    this.left = most;
  }

  /** Lift the limit. */
  void unbind() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = channel.read(into);
    left -= Math.max(0, count);
    if (left < 0) {
      throw new RefusedArchiveException("its directory is too long");
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
