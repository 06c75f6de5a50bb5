package org.vgg4j.data.layout;

import java.io.IOException;
import org.vgg4j.data.source.NamePool;
import org.vgg4j.data.source.PartContents;
import org.vgg4j.data.source.Stamp;

/**
 * The images in WebDataset shards.
 *
 * @param parts where they are
 * @param names what they are called there
 */
record WebContents(PartContents parts, NamePool names) implements ShardContents {

  @Override
  public byte[] read(int index) throws IOException {
    return parts.read(index);
  }

  @Override
  public String place(int index) {
    return parts.place(index);
  }

  /** Its archive and its name there, as keys may begin anew in each archive. */
  @Override
  public String record(int index) {
    return parts.file(index).getFileName() + "/" + names.name(index);
  }

  @Override
  public Stamp stamp(int index) throws IOException {
    return parts.stamp(index);
  }

  @Override
  public void close() {
    parts.close();
  }
}
