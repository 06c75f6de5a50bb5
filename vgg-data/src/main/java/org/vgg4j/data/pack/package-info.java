/**
 * Writes data sets as shards, few large files in place of many small ones. What is written can be
 * read by the layouts of {@code org.vgg4j.data.layout}, and by TensorFlow and WebDataset.
 */
@NullMarked
package org.vgg4j.data.pack;

import org.jspecify.annotations.NullMarked;
