"""Images per second of torchvision's DataLoader, for docs/performance.md.

python3 torchvision_loader.py DIR/train [SECONDS [WORKERS]]
"""
import json
import os
import sys
import time

import torch
from torchvision import datasets, transforms

WARM_UP_BATCHES = 4
VECTORS = torch.tensor(
    [[-0.5675, 0.7192, 0.4009], [-0.5808, -0.0045, -0.8140], [-0.5836, -0.6948, 0.4203]]
)
VALUES = torch.tensor([0.2175, 0.0188, 0.0045])


class ColourShift:
    def __call__(self, image):
        drawn = torch.randn(3) * 0.1
        return image + (VECTORS @ (drawn * VALUES)).view(3, 1, 1)


def main(folder, seconds=10.0, workers=2):
    torch.set_num_threads(1)
    images = datasets.ImageFolder(
        folder,
        transforms.Compose(
            [
                transforms.Resize(256),
                transforms.RandomCrop(224),
                transforms.RandomHorizontalFlip(),
                transforms.ToTensor(),
                ColourShift(),
                transforms.Normalize([0.485, 0.456, 0.406], [1, 1, 1]),
            ]
        ),
    )
    loader = torch.utils.data.DataLoader(
        images,
        batch_size=64,
        shuffle=True,
        num_workers=workers,
        persistent_workers=True,
        drop_last=True,
    )
    batches = seen = 0
    while True:
        for batch, _ in loader:
            batches += 1
            if batches <= WARM_UP_BATCHES:
                start = time.perf_counter()
                continue
            seen += len(batch)
            passed = time.perf_counter() - start
            if passed > seconds:
                print(json.dumps({"imagesPerSecond": seen / passed}), flush=True)
                os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], *(float(x) for x in sys.argv[2:3]), *(int(x) for x in sys.argv[3:4]))
