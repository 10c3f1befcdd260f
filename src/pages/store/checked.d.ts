/** A scenario file as the build has read and checked it: see `cli/site/checked.ts`. */
declare module "*.yaml?checked" {
  const scenario: import("../../scenario/types.ts").Scenario;
  export default scenario;
}
