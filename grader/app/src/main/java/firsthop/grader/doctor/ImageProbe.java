package firsthop.grader.doctor;

import firsthop.grader.image.ImageRecipe;
import firsthop.grader.image.Jdk;
import firsthop.grader.image.RuntimeImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks whether the image of a role exists, or can be built when it is needed. */
public final class ImageProbe implements Probe {

  /** The time to build a runtime image on two cores. */
  private static final int BUILD_SECONDS = 15;

  private final ImageRecipe recipe;
  private final Engine engine;
  private final Function<ImageRecipe, Optional<RuntimeImage>> images;
  private final Jdk jdk;
  private final Machine machine;

  /**
   * Creates a probe.
   *
   * @param images finds an image without building it; used only if the engine answers
   */
  public ImageProbe(
      ImageRecipe recipe,
      Engine engine,
      Function<ImageRecipe, Optional<RuntimeImage>> images,
      Jdk jdk,
      Machine machine) {
    this.recipe = recipe;
    this.engine = engine;
    this.images = images;
    this.jdk = jdk;
    this.machine = machine;
  }

  @Override
  public String name() {
    return "Image of the " + recipe.role();
  }

  @Override
  public List<Finding> check() {
    if (engine.ask().facts().isEmpty()) {
      return List.of(
          Finding.bad(name(), "cannot be checked without an engine", "repair the engine first"));
    }
    return List.of(
        images
            .apply(recipe)
            .map(image -> Finding.good(name(), image.name() + ", Java " + image.feature()))
            .orElseGet(this::absent));
  }

  private Finding absent() {
    if (recipe.baseImage().isPresent()) {
      return Finding.good(
          name(), "will be built on " + recipe.baseImage().get() + " when grade first runs");
    }
    if (!machine.isLinux()) {
      return Finding.bad(
          name(),
          "cannot be built from a JDK of this system",
          "./firsthop grade --base-image eclipse-temurin:17-jdk ...");
    }
    return jdk.canLink()
        ? Finding.good(
            name(), "will be built when grade first runs (about %d s)".formatted(BUILD_SECONDS))
        : Finding.bad(name(), "cannot be built without a JDK", new Remedies(machine).jdk());
  }
}
