package org.vgg4j.experiments.aid;

import java.nio.file.Path;

/**
 * Something that could be removed.
 *
 * @param path relative to the output folder
 * @param why nobody needs it
 * @param bytes that it takes on the disk
 */
public record Removal(Path path, String why, long bytes) {}
