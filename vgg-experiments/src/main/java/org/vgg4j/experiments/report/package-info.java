/** The report: one HTML file that shows what an output folder holds, and needs nothing else. */
@NullMarked
package org.vgg4j.experiments.report;

import org.jspecify.annotations.NullMarked;
