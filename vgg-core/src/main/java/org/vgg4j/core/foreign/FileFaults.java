package org.vgg4j.core.foreign;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/**
 * What can be wrong with another program's file, as the user is told.
 *
 * @param path the file
 * @param format the name of its format
 */
record FileFaults(Path path, String format) {
  /** Control characters of a hostile name must not reach the terminal, nor a long one flood it. */
  private static final int LONGEST_NAME = 100;

  /** The file is not what it should be. */
  Problem damaged(String what) {
    return Problem.data(
        path.toString(), "is not a sound " + format + " file: " + what, "get or make it again");
  }

  /** The file is not what it should be, as an exception reveals. */
  Problem damaged(RuntimeException cause) {
    return damaged(String.valueOf(cause.getMessage())).causedBy(cause);
  }

  /** The file is missing, can't be read, or ends too early. */
  Problem unreadable(IOException cause) {
    if (!Files.exists(path)) {
      return Problem.data(path.toString(), "can't be read (no such file)", "check the path")
          .causedBy(cause);
    }
    String reason =
        cause instanceof EOFException
            ? "it ends too early"
            : String.valueOf(Throwables.getRootCause(cause).getMessage());
    return damaged(reason).causedBy(cause);
  }

  /** The file has no tensor of that name. */
  Problem lacks(String name, ImmutableList<ForeignTensor> tensors) {
    return Problem.data(
        path.toString(),
        "has no tensor " + name,
        Spelling.suggestion(name, tensors.stream().map(ForeignTensor::name).toList()));
  }

  /** A name out of a file, fit to be printed. */
  static String printable(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME) + "...";
  }
}
