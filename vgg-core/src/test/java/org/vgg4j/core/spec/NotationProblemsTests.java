package org.vgg4j.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;

/** Every slip in a line ends in one sentence that shows the column and the way out. */
class NotationProblemsTests {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        // Misspelt layers.
        "N conv3_64 fc-classes; 3; conv3_64 is no layer; did you mean conv3-64?",
        "N conv3-64 Conv3-64 fc-classes; 12; Conv3-64 is no layer; did you mean conv3-64?",
        "N cnov3-64 fc-classes; 3; cnov3-64 is no layer; did you mean conv3-64?",
        "N conv3128 fc-classes; 3; conv3128 is no layer; did you mean conv3-128?",
        "N conv3_9_valid fc-classes; 3; conv3_9_valid is no layer; did you mean conv3-9-valid?",
        "N conv3x3-64 fc-classes; 3; conv3x3-64 is no layer; did you mean conv3-64?",
        "N conv3-64x2 fc-classes; 3; conv3-64x2 is no layer; did you mean conv3-64 x2?",
        "N maxpool3/2 fc-classes; 3; maxpool3/2 is no layer; did you mean pool3/2?",
        "N conv3-8 pool2 fc-classes; 11; pool2 is no layer; did you mean pool2/2?",
        "N fc4096 fc-classes; 3; fc4096 is no layer; did you mean fc-4096?",
        "N fc-8 dropout0.5 fc-classes; 8; dropout0.5 is no layer; did you mean drop0.5?",
        "N fc-8 batchnorm fc-classes; 8; batchnorm is no layer; did you mean bn?",
        "N fc-8 fc-class; 8; fc-class is no layer; did you mean fc-classes?",
        "N softmax fc-classes; 3; softmax is no layer; or write layers: conv3-64 or conv11/4-64-valid, |",
        "N conv3-8| fc-classes; 3; conv3-8| is no layer; put blanks around |",
        "N conv3-8 lrn(size=5, k=2) fc-classes; 11; lrn(size=5, is no layer; none into brackets",
        // Values out of range.
        "N conv3-0 fc-classes; 3; conv3-0 has a wrong value; write it like conv3-64",
        "N conv0-3 fc-classes; 3; conv0-3 has a wrong value; a kernel is at least 1 wide",
        "N conv3/0-3 fc-classes; 3; conv3/0-3 has a wrong value; a stride is at least 1",
        "N conv3-99999999999 fc-classes; 3; conv3-99999999999; 99999999999 is more than 999999",
        "N conv1000-8 fc-classes; 3; conv1000-8 has a wrong value; 1000 is more than 999",
        "N fc-0 fc-classes; 3; fc-0 has a wrong value; at least 1 unit",
        "N pool2/3 fc-classes; 3; pool2/3 has a wrong value; between 1 and the window 2",
        "N fc-8 drop1.5 fc-classes; 8; drop1.5 has a wrong value; between 0 and 1, not 1.5",
        "N lrn(size=4) fc-classes; 3; lrn(size=4) has a wrong value; an odd number",
        "N lrn(size=a) fc-classes; 3; lrn(size=a); must be a whole number, not a",
        "N lrn(size=1.5) fc-classes; 3; lrn(size=1.5); must be a whole number",
        "N lrn(k=1e3) fc-classes; 3; lrn(k=1e3); must be a decimal number, not 1e3",
        "N lrn(bias=2) fc-classes; 3; lrn(bias=2); no value is called bias; known: size, k",
        "N lrn(k=1,k=2) fc-classes; 3; lrn(k=1,k=2); k stands there twice",
        "N lrn() fc-classes; 3; lrn(); write name=value",
        "N conv3-8 bn(epsilon=0) fc-classes; 11; bn(epsilon=0); epsilon > 0",
        // Repeats.
        "N conv3-8 x0 fc-classes; 11; x0 is no number of repeats; from x2 to x99",
        "N conv3-8 x100 fc-classes; 11; x100 is no number of repeats; from x2 to x99",
        "N x2 fc-classes; 3; x2 has no single conv or fc layer before it; conv3-64 x2",
        "N conv3-8 | x2 fc-classes; 13; x2 has no single conv or fc layer before it; x2",
        "N conv3-8 bn x2 fc-classes; 14; x2 has no single conv or fc; write the layers out",
        "N conv3-8 x2 x2 fc-classes; 14; x2 has no single conv or fc layer before it; x2",
        // Order.
        "N conv3-64 | fc-4096; 21; does not score classes; end the line with fc-classes",
        "N conv3-64 | fc-1000; 21; does not score classes; end the line with fc-classes",
        "N fc-classes drop0.5; 14; drop0.5 follows fc-classes; before fc-classes",
        "N fc-8 conv3-8 fc-classes; 8; conv3-8 can't stand here; only bn and drop can follow",
        "N fc-8 | fc-classes; 8; | can't stand here; only bn and drop can follow",
        "N bn fc-classes; 3; bn can't stand here; bn belongs directly behind",
        "N conv3-8 | bn fc-classes; 13; bn can't stand here; bn belongs directly behind",
        "N fc-8 drop0.5 drop0.4 fc-classes; 16; drop0.4 can't stand here; two of these",
        // Names.
        "N; 2; network N has no definition; write its layers",
        "conv3-64 conv3-64 fc-classes; 1; conv3-64 is a layer; begin the line with the",
        "a/b conv3-64 fc-classes; 1; a/b can't be a network's name; use letters",
        // Derivations.
        "N VGG16; 3; there is no network VGG16 to derive from; did you mean VGG-16?",
        "N d + lrn; 3; there is no network d to derive from; did you mean D?",
        "N N + lrn; 3; there is no network N to derive from; known: A, A-LRN, B",
        "N D +; 6; nothing follows +; known: batch-norm",
        "N D + + lrn; 6; nothing follows +; known: batch-norm",
        "N D + batchnorm; 7; batchnorm is no modification; did you mean batch-norm?",
        "N D + width; 12; a value is missing; write width 1/8",
        "N D + width wide; 13; a width is a fraction such as 1/8 or 0.125, not wide; write",
        "N D + width 0; 13; a width is more than 0; write width 1/8",
        "N D + width 1/0; 13; a width is more than 0; write width 1/8",
        "N D + dropout 2; 15; between 0 and 1, not 2.0; write dropout 0.3",
        "N D + dropout -1; 15; a dropout rate is a number such as 0.3, not -1; dropout 0.3",
        "N D + lrn width 1/8; 11; width is unexpected; join modifications with +",
        "N D batch-norm; 3; D is no layer; D + batch-norm",
        "N A-LRN + lrn; 3; N can't derive from A-LRN: there is an lrn already; change",
        "N D + no-dropout + dropout 0.3; 3; there is no dropout to change; change the",
        "N D + width 999; 3; width 999 of 4096 channels is more than 999999; change the modifications"
      })
  void saysWhereWhatAndHow(String line, int column, String what, String remedy) {
    Problem problem = catchThrowableOfType(Problem.class, () -> NetworkNotation.parse(line));
    assertThat(problem)
        .as(line)
        .hasMessageStartingWith("network notation:1:" + column + ": ")
        .hasMessageContaining(what)
        .hasMessageContaining(remedy)
        .extracting(Problem::kind)
        .isEqualTo(Problem.Kind.CONFIGURATION);
  }
}
