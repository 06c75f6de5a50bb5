/**
 * How sure results are: metrics of one store of posteriors, comparisons of several, and their
 * fusion (section 4.4). Pure functions of {@link org.vgg4j.eval.Posteriors}; nothing here runs a
 * network. Errors are in percent, differences in percentage points, always second minus first, and
 * every test is two-sided. The methods are described in {@code docs/statistics.md}.
 */
@NullMarked
package org.vgg4j.eval.statistics;

import org.jspecify.annotations.NullMarked;
