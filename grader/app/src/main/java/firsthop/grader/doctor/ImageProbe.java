package firsthop.grader.doctor;

import firsthop.grader.image.ImageRecipe;
import firsthop.grader.image.Jdk;
import firsthop.grader.image.RuntimeImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks whether the image of a role is there, or can be built when it is needed. */
public final class ImageProbe implements Probe {

  /** A runtime, on two cores: linking, class-data archive, sending, trying out. */
  private static final int BUILD_SECONDS = 15;

  private final ImageRecipe recipe;
  private final Engine engine;
  private final Function<ImageRecipe, Optional<RuntimeImage>> images;
  private final Jdk jdk;
  private final Machine machine;

  /**
   * Prepares to look.
   *
   * @param images finds an image without building it; asked only if the engine answers
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
  public String what() {
    return "Image of the " + recipe.role();
  }

  @Override
  public List<Finding> look() {
    if (engine.ask().facts().isEmpty()) {
      return List.of(
          Finding.bad(what(), "cannot be looked for without an engine", "mend the engine first"));
    }
    return List.of(
        images
            .apply(recipe)
            .map(image -> Finding.good(what(), image.name() + ", Java " + image.feature()))
            .orElseGet(this::absent));
  }

  private Finding absent() {
    if (recipe.baseImage().isPresent()) {
      return Finding.good(
          what(), "will be built on " + recipe.baseImage().get() + " at the first grade");
    }
    if (!machine.isLinux()) {
      return Finding.bad(
          what(),
          "cannot be made from a JDK of this system",
          "./firsthop grade --base-image eclipse-temurin:17-jdk ...");
    }
    return jdk.canLink()
        ? Finding.good(
            what(), "will be built at the first grade, about %d s".formatted(BUILD_SECONDS))
        : Finding.bad(what(), "cannot be made without a JDK", new Remedies(machine).jdk());
  }
}
