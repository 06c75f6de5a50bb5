package org.vgg4j.experiments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.util.List;
import org.vgg4j.data.DataSource;

/**
 * What the stages need to know of a data set.
 *
 * @param name as the user named it
 * @param hash SHA-256 over the manifests of its splits, and over the choices in decoding that are
 *     not the usual ones
 * @param classes number of classes
 * @param trainImages number of training images
 * @param skipped ids of images that were left out as they can't be decoded
 */
public record DataIdentity(
    String name, String hash, int classes, int trainImages, List<String> skipped) {
  public DataIdentity {
    skipped = ImmutableList.copyOf(skipped);
  }

  /** Reads every byte of the data set that a cache does not know, but for generated ones. */
  public static DataIdentity of(DataSettings settings, DataSource source) {
    String content =
        source.train().manifest().hash()
            + source.val().manifest().hash()
            + settings.reading().decoding();
    return new DataIdentity(
        settings.location(),
        Hashing.sha256().hashString(content, UTF_8).toString(),
        source.train().classes().size(),
        source.train().size(),
        source.skipped());
  }
}
