package org.vgg4j.data.source;

import java.nio.file.Path;

/**
 * Some bytes of a file that are a file of their own, such as an entry of an archive.
 *
 * @param file the file around it
 * @param name what it is called there; may be empty
 * @param offset of its first byte
 * @param bytes how many there are
 */
public record FilePart(Path file, String name, long offset, long bytes) {}
