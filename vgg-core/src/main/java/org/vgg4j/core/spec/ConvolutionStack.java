package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;

/**
 * Convolutions without pooling in between, as section 2.3 compares them: {@code conv3 conv3 conv3}
 * against {@code conv7}. Every layer has as many channels as the one before.
 *
 * @param kernels side of each layer's kernel, image side first
 */
public record ConvolutionStack(List<Integer> kernels) {
  private static final Pattern KERNEL = Pattern.compile("conv([1-9]\\d{0,2})");
  private static final String REMEDY =
      "write kernels only, such as conv3 conv3 conv3; the channels are the same throughout";

  public ConvolutionStack {
    kernels = ImmutableList.copyOf(kernels);
    checkArgument(!kernels.isEmpty(), "a stack has at least one convolution");
    checkArgument(kernels.stream().allMatch(kernel -> kernel > 0), "a kernel is at least 1 wide");
  }

  /**
   * Reads {@code conv3 conv3 conv3}.
   *
   * @throws Problem with the column, if a word is no kernel
   */
  public static ConvolutionStack parse(String text) {
    SourceLine line = new SourceLine("convolution stack", 1, text);
    if (line.tokens().isEmpty()) {
      throw line.problem(1, "there is no convolution", REMEDY);
    }
    return new ConvolutionStack(
        line.tokens().stream().map(ConvolutionStack::kernel).collect(toImmutableList()));
  }

  /** Weights, biases left out, for {@code channels} channels throughout: 27 C^2 for three conv3. */
  public long weights(int channels) {
    return kernels.stream().mapToLong(kernel -> (long) kernel * kernel).sum() * channels * channels;
  }

  /** Side of the square that one output position sees, in positions of the input. */
  public int receptiveField() {
    ReceptiveField field = ReceptiveField.PIXEL;
    for (int kernel : kernels) {
      field = field.through(kernel, 1);
    }
    return field.size();
  }

  /** How often the stack rectifies: once per convolution. */
  public int rectifications() {
    return kernels.size();
  }

  private static int kernel(Token token) {
    Matcher kernel = KERNEL.matcher(token.text());
    if (!kernel.matches()) {
      throw token.problem(token.text() + " is no convolution of a stack", REMEDY);
    }
    return Integer.parseInt(kernel.group(1));
  }
}
