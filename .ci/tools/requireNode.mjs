// Plain JavaScript on purpose: it must run on the Node that is too old for everything else.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Dialogram needs Node 22.18 or newer, this is ${process.versions.node} (Нужен Node 22.18 или новее). ` +
      'On Linux x64 it comes with `npm install`, unless optional dependencies are omitted; elsewhere install it from nodejs.org.',
  );
  process.exit(1);
}
