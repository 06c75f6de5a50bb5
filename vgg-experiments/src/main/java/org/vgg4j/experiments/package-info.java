/**
 * Experiments: files that say which rows a table has, the presets that give them a size, and the
 * stages that fill them.
 */
@NullMarked
package org.vgg4j.experiments;

import org.jspecify.annotations.NullMarked;
