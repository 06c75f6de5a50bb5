/**
 * Tables as data and as Markdown, CSV, JSON, LaTeX and HTML. Knows nothing of how the numbers came
 * about.
 */
@NullMarked
package org.vgg4j.experiments.table;

import org.jspecify.annotations.NullMarked;
