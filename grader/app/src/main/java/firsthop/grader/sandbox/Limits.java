package firsthop.grader.sandbox;

/**
 * The resource limits of a candidate.
 *
 * @param heapMiB the heap of its JVM
 * @param memoryMiB its whole memory; it has no swap
 * @param processes the number of processes and threads; a contract allows 512 threads
 * @param openFiles the number of file handles, including sockets
 * @param scratchMiB the writable space at /tmp, which is in memory
 * @param cpus the processor time, in processors
 */
public record Limits(
    int heapMiB, int memoryMiB, int processes, int openFiles, int scratchMiB, double cpus) {

  /** The limits of every candidate. */
  public static final Limits STANDARD = new Limits(128, 384, 700, 1024, 16, 1.0);
}
