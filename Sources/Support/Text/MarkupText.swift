extension String {
    /// The text for HTML, SVG and other XML, between tags or in quotes, with "?" for what is unprintable.
    package var escapedAsMarkup: String {
        printable.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
