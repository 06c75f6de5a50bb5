/** First aid for output folders: what lies there, what made a cell, whether it still holds. */
@NullMarked
package org.vgg4j.experiments.aid;

import org.jspecify.annotations.NullMarked;
