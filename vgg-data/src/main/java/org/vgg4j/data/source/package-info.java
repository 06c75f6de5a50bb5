/**
 * Labelled images of a split, wherever they come from: folders, or arithmetic. The only room that
 * reads image files; every error names the file or folder and the way out.
 */
@NullMarked
package org.vgg4j.data.source;

import org.jspecify.annotations.NullMarked;
