package firsthop.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.wire.WireSamples.Sample;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes, a reader returns a value or throws a WireException. */
class FuzzTest {
  private static final int ROUNDS = 200_000;
  private static final long SEED = 7_919;
  private static final int[] TELLING = {
    0, 1, -1, 127, 128, 255, 1 << 20, 16 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private final Random random = new Random(SEED);

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void mutated_encodings_decode_or_are_refused() {
    List<Sample> samples = WireSamples.all();
    int decoded = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Sample sample = samples.get(random.nextInt(samples.size()));
      byte[] mutated = mutate(sample.encoded(), samples);
      // The declared type is often another one: what one contract writes, another may read.
      Sample declared = random.nextInt(4) > 0 ? sample : samples.get(round % samples.size());
      decoded += decodes(round, declared, mutated) ? 1 : 0;
    }
    assertThat(decoded).as("some mutations leave a value").isBetween(ROUNDS / 100, ROUNDS / 2);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void mutated_streams_of_frames_end_in_an_io_exception_or_in_nothing() {
    for (int round = 0; round < ROUNDS / 10; round++) {
      byte[] stream = new byte[random.nextInt(200)];
      random.nextBytes(stream);
      if (stream.length > 2) {
        Arrays.fill(stream, 0, 3, (byte) 0);
      }
      FrameChannel channel =
          new FrameChannel(
              new ByteArrayInputStream(stream), OutputStream.nullOutputStream(), Bounds.STANDARD);
      try {
        assertThat(channel.receive(FromCandidate.class)).isNull();
        assertThat(stream).isEmpty();
      } catch (WireException | EOFException refused) {
        assertThat(stream).isNotEmpty();
      } catch (IOException | RuntimeException | Error other) {
        throw new AssertionError("round " + round + ": " + HexFormat.of().formatHex(stream), other);
      }
    }
  }

  private static boolean decodes(int round, Sample declared, byte[] mutated) {
    try {
      ValueReader.decode(mutated, declared.declared(), Bounds.STANDARD);
      return true;
    } catch (WireException refused) {
      return false;
    } catch (IOException | RuntimeException | Error other) {
      throw new AssertionError(
          "round "
              + round
              + ", seed "
              + SEED
              + ": "
              + HexFormat.of().formatHex(mutated)
              + " as "
              + declared.type(),
          other);
    }
  }

  private byte[] mutate(byte[] original, List<Sample> samples) {
    byte[] bytes = original.clone();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(bytes.length + 1);
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
            case 2 -> spliced(bytes, at, Math.min(bytes.length, at + 1), new byte[0]);
            case 3 -> spliced(bytes, at, Math.min(bytes.length, at + 4), telling());
            case 4 -> spliced(bytes, at, at, samples.get(random.nextInt(20)).encoded());
            default ->
                spliced(
                    bytes,
                    at,
                    Math.min(bytes.length, at + 1),
                    new byte[] {(byte) random.nextInt(21)});
          };
    }
    return bytes;
  }

  private byte[] telling() {
    int number = TELLING[random.nextInt(TELLING.length)];
    return new byte[] {
      (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
    };
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
    byte[] result = Arrays.copyOf(bytes, from + between.length + bytes.length - to);
    System.arraycopy(between, 0, result, from, between.length);
    System.arraycopy(bytes, to, result, from + between.length, bytes.length - to);
    return result;
  }
}
