public import NPIKit
