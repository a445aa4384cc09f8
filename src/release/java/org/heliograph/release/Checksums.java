package org.heliograph.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The checksums that Maven Central wants beside each file. */
final class Checksums {
  private static final Map<String, String> ALGORITHMS = Map.of(".md5", "MD5", ".sha1", "SHA-1");

  private Checksums() {}

  /** {@return which checksums of a file are missing or wrong} */
  static List<String> problems(Path file) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> algorithm : ALGORITHMS.entrySet()) {
      Path checksum = beside(file, algorithm.getKey());
      if (!Files.exists(checksum)) {
        problems.add(file.getFileName() + " has no " + algorithm.getKey());
      } else if (!Files.readString(checksum).trim().equals(of(file, algorithm.getValue()))) {
        problems.add(checksum.getFileName() + " is not that of the file");
      }
    }
    return problems;
  }

  /** {@return the checksum of a file, in hexadecimal digits} */
  static String of(Path file, String algorithm) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm, e);
    }
  }

  /** {@return the file of the same name with an ending more} */
  static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
