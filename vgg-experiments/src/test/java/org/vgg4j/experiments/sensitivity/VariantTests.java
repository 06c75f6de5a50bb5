package org.vgg4j.experiments.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vgg4j.core.foreign.ChannelOrder;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.data.image.Decoding;
import org.vgg4j.data.image.Filter;
import org.vgg4j.eval.TestProtocol;

class VariantTests {
  private static final int CROP = 8;
  private static final List<Double> MEAN = List.of(120.0, 110.0, 100.0);
  private static final Preprocessing PREPROCESSING = new Preprocessing(MEAN, 1.0 / 64);
  private static final Setup ASKED = setup("dense|Q=9,12|flip");

  private static Setup setup(String protocol) {
    NetworkManifest manifest =
        new NetworkManifest(
            NetworkNotation.parse("tiny conv3-2 | fc-classes").withClasses(10),
            CROP,
            PREPROCESSING);
    return Setup.of(manifest, TestProtocol.parse(protocol), Filter.BILINEAR, Decoding.EXACT);
  }

  @Test
  void everyKnownConfounderIsThere() {
    assertThat(Stream.of(Variant.values()).map(Variant::toString))
        .containsExactly(
            "bilinear",
            "bicubic",
            "plain-bilinear",
            "squashed",
            "whole-squashed",
            "scale-of-crop",
            "bgr",
            "no-mean",
            "imagenet-mean",
            "pixels-to-255",
            "pixels-to-1",
            "exif-applied",
            "exif-ignored",
            "reduced-decoding",
            "full-decoding",
            "ceil-pooling",
            "floor-pooling",
            "scores-averaged",
            "posteriors-averaged",
            "flip",
            "no-flip",
            "classes-reversed",
            "classes-shifted");
  }

  @ParameterizedTest
  @EnumSource
  void aVariantChangesTheTestInOnePlaceAtMost(Variant variant) {
    Setup changed = variant.of(ASKED);
    List<String> places = new ArrayList<>();
    addIfNotEqual(places, "network", ASKED.network(), changed.network());
    addIfNotEqual(places, "protocol", ASKED.protocol(), changed.protocol());
    addIfNotEqual(places, "filter", ASKED.filter(), changed.filter());
    addIfNotEqual(places, "decoding", ASKED.decoding(), changed.decoding());
    addIfNotEqual(places, "channels", ASKED.channels(), changed.channels());
    addIfNotEqual(places, "labels", ASKED.labels(), changed.labels());
    assertThat(places).hasSizeLessThanOrEqualTo(1);
    assertThat(variant.of(changed)).as("once more").isEqualTo(changed);
    assertThat(changed.sharesWeightsWith(ASKED)).isTrue();
  }

  private static void addIfNotEqual(List<String> places, String name, Object one, Object other) {
    if (!one.equals(other)) {
      places.add(name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          SQUASHED            ; dense|Q=9,12|flip           ; dense|Q=9,12|flip|aspect=squashed
          SQUASHED            ; ten-crop|Q=9                ; ten-crop|Q=9|aspect=squashed
          WHOLE_SQUASHED      ; dense|Q=9,12|flip           ; center-crop|Q=8|flip|aspect=squashed
          WHOLE_SQUASHED      ; multi-crop|Q=9|grid=2x2     ; center-crop|Q=8|aspect=squashed
          SCALE_OF_CROP       ; center-crop|Q=9             ; center-crop|Q=8
          POSTERIORS_AVERAGED ; dense|Q=9|flip              ; dense|Q=9|flip|average=posteriors
          SCORES_AVERAGED     ; dense|Q=9|average=posteriors; dense|Q=9
          POSTERIORS_AVERAGED ; multi-crop+dense|Q=9|grid=2x2 ; multi-crop+dense|Q=9|grid=2x2|average=posteriors
          POSTERIORS_AVERAGED ; center-crop|Q=9             ; center-crop|Q=9
          NO_FLIP             ; dense|Q=9,12|flip|pooling=floor ; dense|Q=9,12|pooling=floor
          NO_FLIP             ; multi-crop|Q=9|grid=2x2|flip; multi-crop|Q=9|grid=2x2
          NO_FLIP             ; ten-crop|Q=9                ; ten-crop|Q=9
          FLIP                ; center-crop|Q=9             ; center-crop|Q=9|flip
          FLIP                ; multi-crop+dense|Q=9|grid=2x2 ; multi-crop+dense|Q=9|grid=2x2|flip
          """)
  void protocolsChangeSo(Variant variant, String asked, String changed) {
    assertThat(variant.of(setup(asked)).protocol()).hasToString(changed);
  }

  @Test
  void rescalingIsByAnotherFilter() {
    assertThat(Variant.BILINEAR.of(ASKED)).isEqualTo(ASKED);
    assertThat(Variant.BICUBIC.of(ASKED).filter()).isEqualTo(Filter.BICUBIC);
    assertThat(Variant.PLAIN_BILINEAR.of(ASKED).filter()).isEqualTo(Filter.PLAIN_BILINEAR);
  }

  @Test
  void pixelsComeWithAnotherMeanOrScale() {
    assertThat(preprocessing(Variant.NO_MEAN))
        .isEqualTo(new Preprocessing(List.of(0.0, 0.0, 0.0), 1.0 / 64));
    assertThat(preprocessing(Variant.IMAGENET_MEAN))
        .isEqualTo(new Preprocessing(List.of(123.68, 116.779, 103.939), 1.0 / 64));
    assertThat(preprocessing(Variant.PIXELS_TO_255)).isEqualTo(new Preprocessing(MEAN, 1));
    assertThat(preprocessing(Variant.PIXELS_TO_1)).isEqualTo(new Preprocessing(MEAN, 1 / 255.0));
  }

  private static Preprocessing preprocessing(Variant variant) {
    return variant.of(ASKED).network().preprocessing();
  }

  @Test
  void channelsAndClassesChangePlaces() {
    assertThat(Variant.BGR.of(ASKED).channels()).isEqualTo(ChannelOrder.BGR);
    assertThat(Variant.CLASSES_REVERSED.of(ASKED).labels()).isEqualTo(LabelOrder.REVERSED);
    assertThat(Variant.CLASSES_SHIFTED.of(ASKED).labels()).isEqualTo(LabelOrder.SHIFTED);
  }

  @Test
  void filesAreDecodedOtherwise() {
    assertThat(Variant.EXIF_APPLIED.of(ASKED).decoding())
        .isEqualTo(new Decoding(true, Optional.empty(), false));
    assertThat(Variant.REDUCED_DECODING.of(ASKED).decoding())
        .isEqualTo(new Decoding(false, Optional.empty(), true));
    Setup both = ASKED.with(new Decoding(true, Optional.empty(), true));
    assertThat(Variant.EXIF_IGNORED.of(both).decoding())
        .isEqualTo(new Decoding(false, Optional.empty(), true));
    assertThat(Variant.FULL_DECODING.of(both).decoding())
        .isEqualTo(new Decoding(true, Optional.empty(), false));
  }

  @Test
  void poolingRoundsOtherwiseThanTheProtocolAsked() {
    Setup down = setup("dense|Q=9|pooling=floor");
    assertThat(rounding(down)).isEqualTo(Rounding.FLOOR);
    assertThat(Variant.FLOOR_POOLING.of(down)).isEqualTo(down);
    assertThat(rounding(Variant.CEIL_POOLING.of(down))).isEqualTo(Rounding.CEIL);
    assertThat(rounding(Variant.FLOOR_POOLING.of(Variant.CEIL_POOLING.of(down))))
        .isEqualTo(Rounding.FLOOR);
  }

  private static Rounding rounding(Setup setup) {
    return setup.network().network().layers().stream()
        .filter(MaxPooling.class::isInstance)
        .map(layer -> ((MaxPooling) layer).rounding())
        .findFirst()
        .orElseThrow();
  }
}
