package org.vgg4j.core.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.base.Throwables;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vgg4j.core.Problem;

/**
 * Reads a foreign file so that whatever is wrong with it ends in one line.
 *
 * @param path the file
 * @param format the name of its format
 */
record Reading(Path path, String format) {
  /** A hostile file's own words must not flood the terminal. */
  private static final int LONGEST_REASON = 400;

  /** What is read from a file. */
  interface Body<T> {
    T read() throws IOException;
  }

  /**
   * Runs what reads the file. Parsers say what is wrong by {@link IllegalArgumentException} or by
   * their library's own exceptions.
   *
   * @throws Problem if the file can't be read or is damaged
   */
  <T> T of(Body<T> body) {
    try {
      return body.read();
    } catch (JsonProcessingException e) {
      throw damaged(e.getOriginalMessage(), e);
    } catch (FileSystemException e) {
      throw unreadable(e);
    } catch (EOFException e) {
      throw damaged(e.getMessage() == null ? "it ends too early" : e.getMessage(), e);
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw damaged(String.valueOf(Throwables.getRootCause(e).getMessage()), e);
    }
  }

  /** The file is not what its format demands. */
  Problem damaged(String what, Exception cause) {
    return Problem.data(
            path.toString(),
            "is not a sound %s file: %s".formatted(format, printable(what)),
            "get or make it again")
        .causedBy(cause);
  }

  private static String printable(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ");
    return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "...";
  }

  private Problem unreadable(IOException cause) {
    String reason = Files.exists(path) ? String.valueOf(cause.getMessage()) : "no such file";
    return Problem.data(path.toString(), "can't be read (" + reason + ")", "check the path")
        .causedBy(cause);
  }
}
