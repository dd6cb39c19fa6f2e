package firsthop.grader.grading;

import static firsthop.grader.grading.ScriptedSandbox.compiled;

import firsthop.grader.control.Compilation;
import firsthop.grader.grading.ScriptedSandbox.Compiling;
import firsthop.grader.grading.ScriptedSandbox.EndOfProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A javac that knows these sources: "bad" is an error in that file, "needs F" one unless F was
 * handed in, "spoils F" an error in file F; "ends javac", and two of "half of what ends javac", end
 * its process, and "spoils javac" ends it for ever.
 */
final class ScriptedJavac implements Compiling {
  final AtomicInteger compilations = new AtomicInteger();
  private volatile boolean spoilt;

  @Override
  public void run(
      Compilation.Request request,
      ScriptedConversation<Compilation.Request, Compilation.Result> grader)
      throws IOException {
    Map<String, String> sources = request.sources();
    if (!request.equals(Compiler.WARM_UP)) {
      compilations.incrementAndGet();
    }
    spoilt |= sources.containsValue("spoils javac");
    if (spoilt || endsJavac(sources)) {
      grader.writeError("something is wrong with this machine\n");
      throw new EndOfProcess();
    }
    List<Compilation.Problem> problems = problems(sources);
    grader.say(
        problems.isEmpty() ? compiled(request) : new Compilation.Result(false, Map.of(), problems));
  }

  private static boolean endsJavac(Map<String, String> sources) {
    return sources.containsValue("ends javac")
        || sources.values().stream().filter(text -> text.startsWith("half")).count() == 2;
  }

  private static List<Compilation.Problem> problems(Map<String, String> sources) {
    List<Compilation.Problem> problems = new ArrayList<>();
    sources.forEach(
        (path, text) -> {
          String named = text.substring(text.indexOf(' ') + 1);
          if (text.equals("bad")) {
            problems.add(new Compilation.Problem(path, 3, "bad"));
            problems.add(new Compilation.Problem(path, 0, "no line: bad"));
          } else if (text.startsWith("needs ") && !sources.containsKey(named)) {
            problems.add(new Compilation.Problem(path, 1, "cannot find symbol"));
          } else if (text.startsWith("spoils ")) {
            problems.add(new Compilation.Problem(named, 1, "already defined"));
          }
        });
    return problems;
  }
}
