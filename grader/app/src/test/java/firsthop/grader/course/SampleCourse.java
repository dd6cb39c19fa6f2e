package firsthop.grader.course;

import java.util.List;
import java.util.Map;

/** A made-up course: two labs, an exercise or two in each. */
public final class SampleCourse {
  public static final String CODEC = "firsthop/addresses/MyCodec.java";
  public static final String MASK = "firsthop/addresses/MyMask.java";
  public static final String ECHO = "firsthop/udp/MyEcho.java";

  public static final String GIVEN_CODEC =
      "package firsthop.addresses;\n\npublic interface Codec {\n  int parse(String text);\n}\n";

  public static final Lab LAB01 =
      new Lab(
          "lab01",
          "lab01-addresses",
          Map.of(
              "firsthop/addresses/Codec.java", GIVEN_CODEC,
              "firsthop/addresses/Mask.java", "package firsthop.addresses;\n",
              "firsthop/addresses/CodecTest.java", "package firsthop.addresses;\n",
              "firsthop/addresses/package-info.java", "package firsthop.addresses;\n"),
          Map.of(CODEC, "skeleton of MyCodec", MASK, "skeleton of MyMask"),
          Map.of(CODEC, "solution of MyCodec", MASK, "solution of MyMask"),
          Map.of("firsthop.addresses.Codec", new byte[] {1}));

  public static final Lab LAB02 =
      new Lab(
          "lab02",
          "lab02-udp",
          Map.of("firsthop/udp/Echo.java", "package firsthop.udp;\n"),
          Map.of(ECHO, "skeleton of MyEcho"),
          Map.of(ECHO, "solution of MyEcho"),
          Map.of("firsthop.udp.Echo", new byte[] {2}));

  public static final Course COURSE =
      new Course(
          List.of(LAB01, LAB02), Map.of("firsthop/kit/Todo.java", "package firsthop.kit;\n"));

  private SampleCourse() {}
}
