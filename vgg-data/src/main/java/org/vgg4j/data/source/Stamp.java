package org.vgg4j.data.source;

/**
 * What shows that stored bytes may have changed, without reading them.
 *
 * @param bytes of the image
 * @param modified when its file last changed, milliseconds since 1970
 */
public record Stamp(long bytes, long modified) {}
