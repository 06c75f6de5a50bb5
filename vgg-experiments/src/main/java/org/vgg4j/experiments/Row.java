package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table: one trained and tested network, or several whose posteriors are averaged, or a
 * result of others that is only cited.
 *
 * @param name what claims call it, and the row's label where it is no single network
 * @param network of a row of one network
 * @param train how that is trained
 * @param test how that is tested
 * @param fuse the tests whose posteriors are averaged (section 4.4)
 * @param cited why this row is not computed here, such as {@code another method}
 * @param paper the paper's numbers
 */
public record Row(
    @Nullable String name,
    @Nullable String network,
    @Nullable Training train,
    @Nullable String test,
    @Nullable List<Member> fuse,
    @Nullable String cited,
    @Nullable PaperErrors paper) {
  public Row {
    boolean single = network != null && train != null && test != null;
    boolean partly = network != null || train != null || test != null;
    checkArgument(single || !partly, "network: a row has network, train and test, or none of them");
    int forms = (single ? 1 : 0) + (fuse == null ? 0 : 1) + (cited == null ? 0 : 1);
    checkArgument(forms == 1, "network: a row has network, train and test; or fuse; or cited");
    checkArgument(single || name != null, "name: a row that is no single network has a name");
    checkArgument(fuse == null || fuse.size() > 1, "fuse: takes at least two tests");
  }

  /** A test of a trained network. */
  public record Member(String network, Training train, String test) {
    /** What people call the training: network and train scale, such as {@code D/256..512}. */
    public String training() {
      return network + "/" + train.scale();
    }
  }

  /**
   * What the paper reports, in percent; null where it has no number.
   *
   * @param top1 validation error
   * @param top5 validation error
   * @param test5 top-5 error on the test images, whose labels nobody has but the test server
   */
  public record PaperErrors(@Nullable Double top1, @Nullable Double top5, @Nullable Double test5) {
    /** Of the validation images alone. */
    public PaperErrors(double top1, double top5) {
      this(top1, top5, null);
    }
  }

  /** A row of one network. */
  public static Row of(String network, Training train, String test, @Nullable PaperErrors paper) {
    return new Row(null, network, train, test, null, null, paper);
  }

  /** The tests whose posteriors this row averages: one, several, or none for a cited row. */
  public ImmutableList<Member> tests() {
    if (fuse != null) {
      return ImmutableList.copyOf(fuse);
    }
    return network == null || train == null || test == null
        ? ImmutableList.of()
        : ImmutableList.of(new Member(network, train, test));
  }

  /** What people and claims call the row. */
  public String label() {
    return name != null ? name : tests().get(0).training();
  }
}
