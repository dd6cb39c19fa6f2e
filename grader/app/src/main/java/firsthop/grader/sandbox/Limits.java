package firsthop.grader.sandbox;

/**
 * What a candidate may use.
 *
 * @param heapMiB the heap of its JVM
 * @param memoryMiB all its memory, without swap
 * @param processes threads and processes together; a contract allows 512 threads
 * @param openFiles file handles, sockets among them
 * @param scratchMiB what it may write, in memory, at /tmp
 * @param cpus processors, as a share of time
 */
public record Limits(
    int heapMiB, int memoryMiB, int processes, int openFiles, int scratchMiB, double cpus) {

  /** The limits of every candidate. */
  public static final Limits STANDARD = new Limits(128, 384, 700, 1024, 16, 1.0);
}
