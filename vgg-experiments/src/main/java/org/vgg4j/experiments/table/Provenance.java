package org.vgg4j.experiments.table;

import java.util.List;

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
 */
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
    boolean deterministic) {}
