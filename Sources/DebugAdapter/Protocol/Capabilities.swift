/// What the adapter can do, as `initialize` answers it.
enum Capabilities {
    /// The body of the response.
    static let body: JSON = [
        "supportsConfigurationDoneRequest": true,
        "supportsFunctionBreakpoints": true,
        "supportsConditionalBreakpoints": true,
        "supportsHitConditionalBreakpoints": true,
        "supportsLogPoints": true,
        "supportsDataBreakpoints": true,
        "supportsBreakpointLocationsRequest": true,
        "supportsExceptionFilterOptions": true,
        "supportsExceptionInfoRequest": true,
        "exceptionBreakpointFilters": .array(ExceptionFilter.allCases.map(\.json)),
        "supportsEvaluateForHovers": true,
        "supportsSetVariable": true,
        "supportsSetExpression": true,
        "supportsCompletionsRequest": true,
        "supportsClipboardContext": true,
        "supportsStepBack": true,
        "supportsSteppingGranularity": true,
        "supportsGotoTargetsRequest": true,
        "supportsRestartFrame": true,
        "supportsRestartRequest": true,
        "supportsTerminateRequest": true,
        "supportTerminateDebuggee": true,
        "supportsLoadedSourcesRequest": true,
        "supportsDelayedStackTraceLoading": true,
    ]
}

/// What a run can stop at without a breakpoint.
enum ExceptionFilter: String, CaseIterable {
    /// An event that the expert would not have made.
    case mistake
    /// A step that the network chose with low confidence.
    case lowConfidence = "low-confidence"

    fileprivate var json: JSON {
        switch self {
        case .mistake:
            [
                "filter": .string(rawValue), "label": "Mistakes", "default": true, "supportsCondition": true,
                "description": "Stop behind an event that the expert would not have made",
                "conditionDescription": "a condition, such as depth > 2",
            ]
        case .lowConfidence:
            [
                "filter": .string(rawValue), "label": "Low confidence", "default": false, "supportsCondition": true,
                "description": "Stop before a step that the network chooses with low confidence",
                "conditionDescription": "below which probability; 0.9 without one",
            ]
        }
    }
}
