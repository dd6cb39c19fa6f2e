package firsthop.grader.agent;

import java.util.concurrent.ThreadFactory;

/** Creates the daemon threads on which the student's code is called. */
record CallThreads(ClassLoader contextLoader) implements ThreadFactory {

  @Override
  public Thread newThread(Runnable calls) {
    Thread thread = new Thread(calls, "call");
    thread.setDaemon(true);
    thread.setContextClassLoader(contextLoader);
    return thread;
  }
}
