package firsthop.grader.proof.author;

import static org.assertj.core.api.Assertions.assertThat;
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
    assertThatIOException().isThrownBy(changes::apply);
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
}
