package firsthop.grader.image;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;

/**
 * A program that a linked runtime runs on the host: it uses features that load native code, then
 * prints the files that were loaded.
 */
final class LoadedLibraries {

  private static final Path MAPS = Path.of("/proc/self/maps");

  private LoadedLibraries() {}

  /** Prints the path of each shared library in this process, one per line. */
  public static void main(String[] arguments) throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName("localhost");
    new ServerSocket(0, 1, addresses[0]).close();
    new DatagramSocket().close();
    ServerSocketChannel.open().close();
    new Deflater().end();
    printMaps();
  }

  /** A line is "address perms offset dev inode path"; the path may be missing or hold blanks. */
  private static void printMaps() throws IOException {
    Files.readAllLines(MAPS).stream()
        .map(line -> line.split("\\s+", 6))
        .filter(fields -> fields.length == 6 && fields[5].startsWith("/"))
        .map(fields -> fields[5])
        .filter(path -> path.contains(".so"))
        .distinct()
        .forEach(System.out::println);
  }
}
