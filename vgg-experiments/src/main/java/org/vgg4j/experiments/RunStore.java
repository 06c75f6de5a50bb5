package org.vgg4j.experiments;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.train.RunDirectory;

/**
 * An output folder: tables on top, a run directory for every stage below {@code runs}. One process
 * at a time; a killed process leaves no lock behind.
 */
public final class RunStore implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel channel;

  private RunStore(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Opens an output folder, creating it when needed.
   *
   * @throws Problem if another process uses it or it can't be written
   */
  public static RunStore open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw Problem.configuration(
            folder.toString(), "is in use by another run", "wait for it, or choose another --out");
      }
      return new RunStore(folder, channel);
    } catch (IOException e) {
      throw Problem.data(
              folder.toString(),
              "can't be used as output folder (" + e.getMessage() + ")",
              "choose another --out")
          .causedBy(e);
    }
  }

  /** Whether a process uses an output folder at this moment. Changes nothing. */
  public static boolean isInUse(Path folder) {
    Path file = folder.resolve(LOCK);
    if (!Files.isWritable(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      return lock(channel) == null;
    } catch (IOException e) {
      return false; // what can't be locked can't be used either
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** A file on top of the folder, such as {@code table3.json}. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** The run directory of a stage. */
  public RunDirectory runOf(Stage stage) {
    return new RunDirectory(folder.resolve("runs").resolve(stage.directoryName()));
  }

  /** Where what is made of a file of weights is kept, its posteriors among them. */
  Path weightsFolder(String name) {
    return folder.resolve("weights").resolve(name);
  }

  /** A path relative to the folder, for people and for tables. */
  public String relative(Path path) {
    return folder.toAbsolutePath().relativize(path.toAbsolutePath()).toString();
  }

  /** Lets go of the folder. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Problem.data(folder.toString(), "could not be unlocked", "check the disk").causedBy(e);
    }
  }
}
