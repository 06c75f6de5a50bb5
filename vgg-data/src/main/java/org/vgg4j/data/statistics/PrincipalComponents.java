package org.vgg4j.data.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * The directions in which the colours of a data set vary, most first.
 *
 * @param values the variance along each, descending, in squared levels of 0..255: the eigenvalues
 *     of the covariance of RGB
 * @param vectors the direction of each, RGB, of length 1; its largest component is positive
 */
public record PrincipalComponents(List<Double> values, List<List<Double>> vectors) {
  private static final double WHITE_SQUARED = 255.0 * 255.0;

  /** Of ImageNet's training images, as AlexNet's descendants hand them down. */
  public static final PrincipalComponents KRIZHEVSKY =
      new PrincipalComponents(
          ImmutableList.of(0.2175 * WHITE_SQUARED, 0.0188 * WHITE_SQUARED, 0.0045 * WHITE_SQUARED),
          ImmutableList.of(
              ImmutableList.of(0.5675, 0.5808, 0.5836),
              ImmutableList.of(0.7192, -0.0045, -0.6948),
              ImmutableList.of(-0.4009, 0.8140, -0.4203)));

  public PrincipalComponents {
    checkArgument(
        values.size() == vectors.size(), "%s values, %s vectors", values.size(), vectors.size());
    values = ImmutableList.copyOf(values);
    vectors = ImmutableList.copyOf(vectors);
  }

  /**
   * The components of colours with that covariance.
   *
   * @param covariance 3 x 3, RGB, symmetric
   */
  static PrincipalComponents of(List<List<Double>> covariance) {
    double[][] rows = covariance.stream().map(Doubles::toArray).toArray(double[][]::new);
    EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(rows));
    // Rounding may leave a variance of zero below it.
    List<Double> values =
        Doubles.asList(eigen.getRealEigenvalues()).stream().map(v -> Math.max(v, 0)).toList();
    List<List<Double>> vectors =
        IntStream.range(0, values.size())
            .mapToObj(k -> signed(eigen.getEigenvector(k).toArray()))
            .toList();
    return new PrincipalComponents(values, vectors);
  }

  /** A direction and its opposite are one; the largest component decides which is written. */
  private static List<Double> signed(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.abs(value) > Math.abs(largest) ? value : largest;
    }
    double sign = Math.signum(largest);
    return Doubles.asList(vector).stream().map(value -> sign * value).toList();
  }
}
