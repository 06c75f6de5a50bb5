package org.vgg4j.data.transfer;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.net.URI;
import java.util.Optional;

/**
 * A data set that anybody may download.
 *
 * @param name by which people choose it
 * @param about what it is, in some words
 * @param terms under which it is given
 * @param archiveFolder the folder that its one archive unpacks to; empty where its files are kept
 *     as they are
 * @param files in the order in which they are fetched
 */
public record PublicDataset(
    String name,
    String about,
    String terms,
    Optional<String> archiveFolder,
    ImmutableList<RemoteFile> files) {

  /** Bytes to download. */
  public long bytes() {
    return files.stream().mapToLong(RemoteFile::bytes).sum();
  }

  /**
   * The same data set on a mirror, which has the same files under their own names in one folder.
   *
   * @param base the address of that folder
   */
  public PublicDataset at(URI base) {
    return new PublicDataset(
        name,
        about,
        terms,
        archiveFolder,
        files.stream().map(file -> file.at(base)).collect(toImmutableList()));
  }
}
