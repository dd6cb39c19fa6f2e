package firsthop.grader.proof.patch;

import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import com.github.difflib.patch.VerifyChunk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a patch does to one file.
 *
 * @param line of its header in the patch, counted from 1
 * @param name of the file, such as {@code MyIpv4Codec.java}
 * @param created whether the base has no such file
 * @param hunks in the order of their lines, none of which overlap
 */
record FilePatch(int line, String name, boolean created, List<Hunk> hunks) {
  FilePatch {
    hunks = List.copyOf(hunks);
  }

  /**
   * Returns the text that comes of the base's.
   *
   * @param base the file's text, or null when the base has no such file
   * @throws BadPatchException when the base has other lines than this expects, or nothing changes
   */
  String applyTo(@Nullable String base, PatchFile patch) throws BadPatchException {
    if (created) {
      if (base != null) {
        throw patch.refuse(line, "a file that base/ does not have", name + ", which is in base/");
      }
      return SourceLines.join(hunks.get(0).after());
    }
    if (base == null) {
      throw patch.refuse(line, "a file of base/", name + ", which is not there");
    }
    String result = SourceLines.join(apply(SourceLines.split(base), patch));
    if (result.equals(base)) {
      throw patch.refuse(line, "a change of " + name, "the very text of base/");
    }
    return result;
  }

  private List<String> apply(List<String> base, PatchFile patch) throws BadPatchException {
    Patch<String> all = new Patch<>();
    try {
      for (Hunk hunk : hunks) {
        if (hunk.delta().getSource().verifyChunk(base) != VerifyChunk.OK) {
          throw mismatch(hunk, base, patch);
        }
        all.addDelta(hunk.delta());
      }
      return all.applyTo(base);
    } catch (PatchFailedException unverified) {
      throw patch.refuse(line, "hunks that apply to base/", unverified.toString());
    }
  }

  private BadPatchException mismatch(Hunk hunk, List<String> base, PatchFile patch) {
    List<String> before = hunk.before();
    int nth = 0;
    int at = hunk.baseStart() - 1;
    while (at < base.size() && base.get(at).equals(before.get(nth))) {
      nth++;
      at++;
    }
    String there = at < base.size() ? "\"" + base.get(at) + "\"" : "the end of the file";
    return patch.refuse(
        hunk.lineOfBefore(nth),
        "line %d of base/%s, which is %s".formatted(at + 1, name, there),
        "\"" + before.get(nth) + "\"");
  }
}
