package firsthop.grader.proof.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangesTest {
  @TempDir private Path folder;

  @Test
  void writes_new_files_in_new_folders_and_replaces_others() throws IOException {
    Path old = Files.writeString(folder.resolve("old"), "before");
    FileChanges changes = new FileChanges();
    changes.create(folder.resolve("a/b/new"), "new");
    changes.replace(old, "after");
    changes.apply();
    assertThat(folder.resolve("a/b/new")).hasContent("new");
    assertThat(old).hasContent("after");
  }

  @Test
  void leaves_all_as_it_was_when_one_cannot_be_written() throws IOException {
    Path old = Files.writeString(folder.resolve("old"), "before");
    FileChanges changes = new FileChanges();
    changes.create(folder.resolve("a/b/new"), "new");
    changes.replace(old, "after");
    changes.replace(folder.resolve("not there"), "text");
    assertThatExceptionOfType(BadSourceException.class)
        .isThrownBy(changes::apply)
        .withMessageStartingWith(folder.resolve("not there") + ": it cannot be written: ")
        .withMessageEndingWith("; nothing was changed");
    assertThat(folder.resolve("a")).doesNotExist();
    assertThat(old).hasContent("before");
  }

  @Test
  void does_not_overwrite_a_file_that_came_meanwhile() throws IOException {
    Path file = folder.resolve("new");
    FileChanges changes = new FileChanges();
    changes.create(file, "ours");
    Files.writeString(file, "theirs");
    assertThatIOException().isThrownBy(changes::apply);
    assertThat(file).hasContent("theirs");
  }

  @Test
  void names_what_stands_in_the_place_of_a_folder() throws IOException {
    Files.writeString(folder.resolve("a"), "theirs");
    FileChanges changes = new FileChanges();
    changes.create(folder.resolve("b/first"), "ours");
    changes.create(folder.resolve("a/new"), "ours");
    assertThatExceptionOfType(BadSourceException.class)
        .isThrownBy(changes::apply)
        .withMessage(
            folder.resolve("a/new")
                + ": it cannot be written: "
                + folder.resolve("a")
                + " is no folder; nothing was changed");
    assertThat(folder.resolve("b")).doesNotExist();
  }

  @Test
  void follows_no_link_that_leads_out_of_the_checkout(@TempDir Path elsewhere) throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.createSymbolicLink(home.resolve("out"), elsewhere);
    FileChanges changes = new FileChanges();
    changes.create(home.resolve("first"), "ours");
    changes.create(home.resolve("out/a/new"), "ours");
    assertThatExceptionOfType(BadSourceException.class)
        .isThrownBy(() -> changes.applyIn(home))
        .withMessageStartingWith(
            home.resolve("out/a/new") + ": a symbolic link leads out of the checkout, to ");
    assertThat(home.resolve("first")).doesNotExist();
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void follows_links_inside_the_checkout() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home/a"));
    Files.createSymbolicLink(home.resolveSibling("b"), home);
    FileChanges changes = new FileChanges();
    changes.create(home.resolveSibling("b").resolve("new"), "ours");
    changes.applyIn(home.getParent());
    assertThat(home.resolve("new")).hasContent("ours");
  }

  @Test
  void names_a_link_that_leads_to_nothing() throws IOException {
    Files.createSymbolicLink(folder.resolve("a"), folder.resolve("none"));
    FileChanges changes = new FileChanges();
    changes.create(folder.resolve("a/new"), "ours");
    assertThatExceptionOfType(BadSourceException.class)
        .isThrownBy(() -> changes.applyIn(folder))
        .withMessage(
            folder.resolve("a") + ": it is a symbolic link that leads to nothing; delete it");
  }
}
