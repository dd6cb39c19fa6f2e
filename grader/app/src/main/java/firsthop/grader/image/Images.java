package firsthop.grader.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The images of this grader on one Docker engine.
 *
 * <p>An image's tag is a digest of its whole content, so an existing image is always up to date. A
 * role's image is built on a runtime image; if only a jar has changed, only the jars are sent.
 * {@code docker image prune --all --filter label=firsthop.role} removes the images that no
 * container uses; the next run builds them again.
 */
public final class Images {

  /** The label on every image of the grader; its value is the role. */
  public static final String ROLE_LABEL = "firsthop.role";

  static final String JAVA_LABEL = "firsthop.java";
  static final String FEATURE_LABEL = "firsthop.java.feature";

  /** Increase this when images are built differently, so that no old image is used. */
  private static final String RECIPE_VERSION = "1";

  private final DockerClient docker;
  private final ImageStore store;
  private final Jdk jdk;
  private final Consumer<String> progress;

  /**
   * Creates an object for an engine, without any request to it.
   *
   * @param docker the client that Testcontainers provides
   * @param jdk the JDK from which runtimes are linked
   * @param progress receives a message for people about each step that takes seconds
   */
  public Images(DockerClient docker, Jdk jdk, Consumer<String> progress) {
    this.docker = docker;
    this.store = new ImageStore(docker, progress);
    this.jdk = jdk;
    this.progress = progress;
  }

  /**
   * Returns the image of a recipe, and builds it first if the engine does not have it.
   *
   * <p>Several threads and programs may call this at once; two that need the same image may both
   * build it, with the same outcome.
   *
   * @throws ImageException if it does not exist and cannot be built
   */
  public RuntimeImage ensure(ImageRecipe recipe) {
    try {
      return find(recipe).orElseGet(() -> build(recipe));
    } catch (ImageException e) {
      throw e;
    } catch (RuntimeException e) {
      // If the connection breaks, docker-java throws a plain RuntimeException.
      throw new ImageException(
          "Asked the Docker engine for the image of role " + recipe.role(),
          "an image",
          e.toString(),
          "run './firsthop doctor', then try again",
          e);
    }
  }

  /**
   * Returns the image of a recipe if the engine has it; builds and downloads nothing.
   *
   * @throws ImageException if the engine does not answer or a jar cannot be read
   */
  public Optional<RuntimeImage> find(ImageRecipe recipe) {
    return baseIdentity(recipe).flatMap(base -> find(recipe, nameOf(recipe, base)));
  }

  private Optional<RuntimeImage> find(ImageRecipe recipe, String name) {
    return store
        .find(name)
        .map(image -> image.getConfig().getLabels())
        .map(labels -> toImage(recipe, name, labels));
  }

  private static RuntimeImage toImage(ImageRecipe recipe, String name, Map<String, String> labels) {
    return new RuntimeImage(
        name,
        labels.get(JAVA_LABEL),
        Integer.parseInt(labels.get(FEATURE_LABEL)),
        recipe.jars().stream()
            .map(jar -> ImageBuilder.LIB + "/" + ImageRecipe.nameOf(jar))
            .toList());
  }

  private RuntimeImage build(ImageRecipe recipe) {
    String base =
        recipe
            .baseImage()
            .map(store::pullIfAbsent)
            .orElseGet(() -> ensureRuntime(recipe.modules()));
    JavaInImage java = JavaInImage.lookInto(docker, base);
    java.require(recipe.modules(), base);
    String name = nameOf(recipe, baseIdentity(recipe).orElseThrow());
    progress.accept("Building image " + name + " ...");
    new ImageBuilder(docker).buildRole(name, base, java, recipe);
    return find(recipe, name)
        .orElseThrow(
            () ->
                new ImageException(
                    "Built image " + name,
                    "the engine to have it",
                    "an engine without it",
                    "make sure that nothing removes images, and run it again"));
  }

  private String ensureRuntime(Set<String> modules) {
    String name = runtimeName(modules);
    if (store.find(name).isEmpty()) {
      progress.accept(
          "Building image %s from JDK %s (about 15 s) ...".formatted(name, jdk.version()));
      new ImageBuilder(docker).buildRuntime(name, new RuntimeLinker(jdk), modules);
      removeIfBroken(name);
    }
    return name;
  }

  /** Removes a runtime that does not run, so that the next run builds it again. */
  private void removeIfBroken(String runtime) {
    try {
      JavaInImage.lookInto(docker, runtime);
    } catch (ImageException e) {
      store.remove(runtime);
      throw e;
    }
  }

  /** Returns the identity of the base for a tag; empty if the base image does not exist yet. */
  private Optional<String> baseIdentity(ImageRecipe recipe) {
    return recipe.baseImage().isEmpty()
        ? Optional.of(runtimeName(recipe.modules()))
        : recipe.baseImage().flatMap(store::find).map(InspectImageResponse::getId);
  }

  private String runtimeName(Set<String> modules) {
    Fingerprint fingerprint =
        new Fingerprint()
            .add(RECIPE_VERSION)
            .add(jdk.version().toString())
            .add(jdk.vendor())
            .add(jdk.architecture());
    new TreeSet<>(modules).forEach(fingerprint::add);
    return "firsthop/runtime:" + fingerprint.tag();
  }

  private static String nameOf(ImageRecipe recipe, String baseIdentity) {
    Fingerprint fingerprint =
        new Fingerprint().add(RECIPE_VERSION).add(recipe.role()).add(baseIdentity);
    recipe.jars().forEach(fingerprint::addJar);
    return "firsthop/" + recipe.role() + ":" + fingerprint.tag();
  }
}
