package org.vgg4j.data.layout;

import static org.vgg4j.data.layout.SmallIlsvrc.CUP;
import static org.vgg4j.data.layout.SmallIlsvrc.DOG;
import static org.vgg4j.data.layout.SmallIlsvrc.FISH;
import static org.vgg4j.data.layout.SmallIlsvrc.TRAIN;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.Map;
import org.vgg4j.data.transfer.TestArchive;

/** Ways to have the training images. */
enum TrainForm {
  FOLDERS {
    @Override
    void write(IlsvrcLayoutTests test) throws IOException {
      for (Map.Entry<String, String> image : TRAIN.entrySet()) {
        test.write("train/" + image.getKey(), image.getValue());
      }
    }
  },
  FOLDER_OF_ARCHIVES {
    @Override
    void write(IlsvrcLayoutTests test) throws IOException {
      for (String wordNetId : ImmutableList.of(CUP, FISH, DOG)) {
        test.write("train/" + wordNetId + ".tar", classArchive(wordNetId));
      }
    }
  },
  ARCHIVE_OF_ARCHIVES {
    @Override
    void write(IlsvrcLayoutTests test) throws IOException {
      TestArchive archive = new TestArchive();
      for (String wordNetId : ImmutableList.of(CUP, FISH, DOG)) {
        archive.file(wordNetId + ".tar", classArchive(wordNetId));
      }
      test.write("ILSVRC2012_img_train.tar", archive.tar());
    }
  };

  abstract void write(IlsvrcLayoutTests test) throws IOException;

  static byte[] classArchive(String wordNetId) {
    TestArchive archive = new TestArchive();
    TRAIN.forEach(
        (path, content) -> {
          if (path.startsWith(wordNetId)) {
            archive.file(TarIndex.fileName(path), content);
          }
        });
    return archive.tar();
  }
}
