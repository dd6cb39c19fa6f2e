package firsthop.grader.agent;

import java.util.concurrent.ThreadFactory;

/** Makes the threads on which the student's code is called; none of them keeps the JVM alive. */
record CallThreads(ClassLoader contextLoader) implements ThreadFactory {

  @Override
  public Thread newThread(Runnable calls) {
    Thread thread = new Thread(calls, "call");
    thread.setDaemon(true);
    thread.setContextClassLoader(contextLoader);
    return thread;
  }
}
