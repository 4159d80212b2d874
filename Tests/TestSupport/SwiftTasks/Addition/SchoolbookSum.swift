/// The sum of two numbers in decimal digits, without leading zeros.
///
/// It adds the text itself, so that it can judge the pad, the expert and the network without using any of them.
func schoolbookSum(_ first: String, _ second: String) -> String {
    let zero = UInt8(ascii: "0")
    var left = first.utf8.reversed().makeIterator()
    var right = second.utf8.reversed().makeIterator()
    var digits: [UInt8] = []
    var carry: UInt8 = 0
    while true {
        let (one, other) = (left.next(), right.next())
        guard one != nil || other != nil || carry > 0 else { break }
        let sum = (one ?? zero) - zero + (other ?? zero) - zero + carry
        digits.append(zero + sum % 10)
        carry = sum / 10
    }
    while digits.count > 1, digits.last == zero {
        digits.removeLast()
    }
    return String(decoding: digits.reversed(), as: UTF8.self)
}
