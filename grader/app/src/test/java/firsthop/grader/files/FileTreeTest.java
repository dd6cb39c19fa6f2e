package firsthop.grader.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  @TempDir Path temp;

  @Test
  void a_folder_goes_with_all_that_is_in_it_but_not_with_what_its_links_lead_to() throws Exception {
    Path kept = Files.writeString(Files.createDirectory(temp.resolve("kept")).resolve("file"), "");
    Path folder = Files.createDirectories(temp.resolve("folder/below")).getParent();
    Files.writeString(folder.resolve("below/file"), "");
    Files.createSymbolicLink(folder.resolve("link"), kept.getParent());
    FileTree.delete(folder);
    assertThat(folder).doesNotExist();
    assertThat(kept).exists();
    FileTree.delete(folder);
  }
}
