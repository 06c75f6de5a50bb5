/** Tables as data and as Markdown, CSV and JSON. Knows nothing of how the numbers came about. */
@NullMarked
package org.vgg4j.experiments.table;

import org.jspecify.annotations.NullMarked;
