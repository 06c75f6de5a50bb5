package org.vgg4j.core.graph;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;

/**
 * Where parameters start. Weights are drawn from a seed that hangs on the parameter's name, biases
 * and shifts are 0, scales and running variances 1.
 */
public sealed interface Initialization {
  /** {@code gaussian 0.01}. */
  Pattern GAUSSIAN = Pattern.compile("gaussian (\\d+(?:\\.\\d+)?)");

  /** Standard deviation of the normal distribution from which {@code weights} are drawn. */
  double standardDeviation(Parameter weights);

  /** The starting values of a parameter, row-major. */
  default float[] values(Parameter parameter, Seed seed) {
    float[] values = new float[Math.toIntExact(parameter.elements())];
    if (parameter.role() == Role.WEIGHTS) {
      double deviation = standardDeviation(parameter);
      SplittableRandom random = seed.at(parameter.name()).random();
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
      }
    } else if (parameter.role() == Role.SCALE || parameter.role() == Role.VARIANCE) {
      Arrays.fill(values, 1);
    }
    return values;
  }

  /**
   * A fixed standard deviation. Section 3.1 says "variance 10^-2", which diverges at once; the
   * standard deviation 10^-2 is what the same group's software uses.
   */
  record Gaussian(double deviation) implements Initialization {
    @Override
    public double standardDeviation(Parameter weights) {
      return deviation;
    }
  }

  /**
   * Glorot and Bengio 2010: variance 2 / (fan in + fan out), which the authors found to make
   * pre-training needless (section 3.1).
   */
  record Glorot() implements Initialization {
    @Override
    public double standardDeviation(Parameter weights) {
      return Math.sqrt(2.0 / (weights.fanIn() + weights.fanOut()));
    }
  }

  /** He et al. 2015: variance 2 / fan in, made for rectified units. */
  record He() implements Initialization {
    @Override
    public double standardDeviation(Parameter weights) {
      return Math.sqrt(2.0 / weights.fanIn());
    }
  }

  /**
   * Reads {@code gaussian 0.01}, {@code glorot} or {@code he}.
   *
   * @throws Problem if the text is none of these
   */
  static Initialization parse(String text) {
    return switch (text) {
      case "glorot" -> new Glorot();
      case "he" -> new He();
      default -> gaussian(text);
    };
  }

  private static Gaussian gaussian(String text) {
    Matcher gaussian = GAUSSIAN.matcher(text);
    double deviation = gaussian.matches() ? Double.parseDouble(gaussian.group(1)) : 0;
    if (deviation <= 0) {
      throw unknown(text);
    }
    return new Gaussian(deviation);
  }

  private static Problem unknown(String text) {
    return Problem.configuration(
        "initialisation " + text, "is not known", "use gaussian 0.01, glorot or he");
  }
}
