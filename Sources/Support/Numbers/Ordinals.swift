extension Int {
    /// The ordinal number in English, such as "1st", "2nd", "3rd", "11th".
    package var ordinal: String {
        let ending =
            switch (self % 10, self % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(self)\(ending)"
    }
}
