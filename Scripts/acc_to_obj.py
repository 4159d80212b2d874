#!/usr/bin/env python3
"""Converts car meshes from AC3D text (.ac, and TORCS's .acc) to Wavefront OBJ: y up, the front toward +z.

    acc_to_obj.py IN.acc OUT.obj

AC3D cars look along +x with y up; in OBJ that becomes (-z, y, x). Objects may be moved ("loc"), turned ("rot") and nested
("kids"). A surface is a polygon (type 0) or, in TORCS's files, a strip of triangles (type 4); lines are left out.
TORCS's vertices carry a normal. Colours lie in textures, which OBJ readers of plain colours cannot show: each
object becomes a material named after its texture, in one grey.
"""

import sys


class Reader:
    def __init__(self, path):
        self.path = path
        with open(path, encoding="latin-1") as file:
            self.lines = file.read().splitlines()
        self.next = 0
        self.points, self.normals, self.faces = [], [], []

    def fail(self, problem):
        sys.exit(f"{self.path}, line {self.next}: {problem}")

    def line(self):
        if self.next >= len(self.lines):
            self.fail("the file ends too soon")
        self.next += 1
        return self.lines[self.next - 1].split()

    def read(self):
        if not self.lines or not self.lines[0].startswith("AC3D"):
            self.fail("this is no AC3D file")
        self.next = 1
        while self.next < len(self.lines):
            words = self.line()
            if words[:1] == ["OBJECT"]:
                self.object([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [0, 0, 0])
        return self

    def object(self, turn, move):
        texture, first, kids = "plain", len(self.points), 0
        while True:
            words = self.line()
            key = words[0] if words else ""
            if key == "texture" and texture == "plain":
                texture = words[1].strip('"').rsplit("/")[-1].rsplit(".")[0]
            elif key == "data":
                self.skip(int(words[1]))
            elif key == "loc":
                offset = [float(word) for word in words[1:4]]
                move = [m + sum(turn[i][j] * offset[j] for j in range(3)) for i, m in enumerate(move)]
            elif key == "rot":
                numbers = [float(word) for word in words[1:10]]
                own = [[numbers[3 * j + i] for j in range(3)] for i in range(3)]
                turn = [[sum(turn[i][k] * own[k][j] for k in range(3)) for j in range(3)] for i in range(3)]
            elif key == "numvert":
                for _ in range(int(words[1])):
                    numbers = [float(word) for word in self.line()]
                    self.points.append(placed(numbers[:3], turn, move))
                    self.normals.append(placed(numbers[3:6], turn, [0, 0, 0]) if len(numbers) >= 6 else None)
            elif key == "numsurf":
                for _ in range(int(words[1])):
                    self.surface(first, texture)
            elif key == "kids":
                kids = int(words[1])
                break
        for _ in range(kids):
            words = self.line()
            if words[:1] != ["OBJECT"]:
                self.fail("an OBJECT should stand here")
            self.object(turn, move)

    def skip(self, characters):
        while characters > 0 and self.next < len(self.lines):
            characters -= len(self.lines[self.next]) + 1
            self.next += 1

    def surface(self, first, texture):
        kind, corners = 0, []
        while True:
            words = self.line()
            if words[0] == "SURF":
                kind = int(words[1], 16) & 15
            elif words[0] == "refs":
                corners = [first + int(self.line()[0]) for _ in range(int(words[1]))]
                break
        if kind == 0 and len(corners) >= 3:
            self.faces.append((texture, corners))
        elif kind == 4:
            for index in range(len(corners) - 2):
                a, b, c = corners[index : index + 3]
                if len({a, b, c}) == 3:
                    self.faces.append((texture, [a, b, c] if index % 2 == 0 else [b, a, c]))


def placed(vector, turn, move):
    x, y, z = (sum(turn[i][j] * vector[j] for j in range(3)) + move[i] for i in range(3))
    return (-z, y, x)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.splitlines()[2].strip())
    car = Reader(sys.argv[1]).read()
    if not car.faces:
        sys.exit(f"{sys.argv[1]}: there is no surface in it")
    with open(sys.argv[2], "w") as out:
        for point in car.points:
            out.write("v %.5f %.5f %.5f\n" % point)
        for normal in car.normals:
            out.write("vn %.4f %.4f %.4f\n" % (normal or (0, 0, 0)))
        texture = None
        for name, corners in sorted(car.faces, key=lambda face: face[0]):
            if name != texture:
                texture = name
                out.write(f"usemtl {name}\n")
            # A face whose corners have no normals is flat.
            form = "%d//%d" if all(car.normals[i] for i in corners) else "%d"
            out.write("f " + " ".join(form % ((i + 1,) * form.count("%d")) for i in corners) + "\n")


if __name__ == "__main__":
    main()
