package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;

class DataRemarksTests {

  /** What is told of the tests of Table 3 on generated images, whose sides start at 64 pixels. */
  private static CountingListener toldAt(String preset) {
    CountingListener listener = new CountingListener();
    try (DataSource data =
        DataSource.open("generated:train=10,val=10", Reading.DEFAULT, Resources.threads(1))) {
      new DataRemarks(data, listener).test(Experiments.named("table3"), Preset.named(preset));
    }
    return listener;
  }

  @Test
  void tooLargeATestScaleIsToldOnceWithTheShareOfImages() {
    assertThat(toldAt("paper").remarks())
        .singleElement()
        .asString()
        .contains("/val: 100% of the images are smaller than 384 pixels and are enlarged");
  }

  @Test
  void nothingIsToldWhereNoImageIsEnlarged() {
    assertThat(toldAt("smoke").remarks()).isEmpty();
  }
}
