import NPIKit

extension NetworkConfiguration {
    /// 16 units in each layer, for what holds of any network.
    static let tiny: NetworkConfiguration = {
        var sizes = NetworkConfiguration()
        for layer in [
            \NetworkConfiguration.hiddenSize, \.fuseHiddenSize, \.coreInputSize, \.programSize, \.stateSize,
            \.encoderHiddenSize,
        ] { sizes[keyPath: layer] = 16 }
        return sizes
    }()
}
