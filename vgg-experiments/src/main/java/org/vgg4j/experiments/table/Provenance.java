package org.vgg4j.experiments.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What made a result file.
 *
 * @param data the data set as it was named
 * @param dataHash SHA-256 over the manifests of its splits
 * @param skipped ids of images that were left out as they can't be decoded
 * @param seeds the runs' seeds
 * @param version of this program, with the git commit where it is known
 * @param tensorFlow version of the native library
 * @param java version of the virtual machine
 * @param system operating system, architecture, and what of the processor decides the rounding
 * @param device where it was computed, with the number of threads
 * @param deterministic whether TensorFlow's deterministic mode was on
 * @param options what the command line said besides all of this that decides a result, such as
 *     {@code --set} and {@code batch=16}, a word each; null where nobody kept it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Provenance(
    String data,
    String dataHash,
    List<String> skipped,
    List<Long> seeds,
    String version,
    String tensorFlow,
    String java,
    String system,
    String device,
    boolean deterministic,
    @Nullable List<String> options) {

  /** The same with the options that the command line had besides. */
  Provenance withOptions(List<String> given) {
    return new Provenance(
        data,
        dataHash,
        skipped,
        seeds,
        version,
        tensorFlow,
        java,
        system,
        device,
        deterministic,
        ImmutableList.copyOf(given));
  }
}
