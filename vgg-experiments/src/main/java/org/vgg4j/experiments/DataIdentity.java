package org.vgg4j.experiments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import org.vgg4j.data.DataSource;

/**
 * What the stages need to know of a data set.
 *
 * @param name as the user named it
 * @param hash SHA-256 over the manifests of its splits
 * @param classes number of classes
 * @param trainImages number of training images
 */
public record DataIdentity(String name, String hash, int classes, int trainImages) {

  /** Reads every byte of the data set, but for generated ones. */
  static DataIdentity of(String name, DataSource source) {
    String manifests = source.train().manifest().hash() + source.val().manifest().hash();
    return new DataIdentity(
        name,
        Hashing.sha256().hashString(manifests, UTF_8).toString(),
        source.train().classes().size(),
        source.train().size());
  }
}
